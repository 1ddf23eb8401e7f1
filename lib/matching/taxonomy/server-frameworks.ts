/** Frameworks, runtimes and libraries of the server, mobile, desktop and games. */
export const serverFrameworks = `
Node.js [nodejs] | node.js, nodejs, node js, ?Node, node 18, node 20, node 22 | > javascript | ~ deno .4, bun .4
Deno | deno.land, deno deploy | > javascript
Bun | ?Bun, bun.sh, bun runtime | > javascript
Express [express] | ?Express, express.js, expressjs, express js, node/express | > nodejs | ~ fastify .4, koa .4, nestjs .35, hapi .35
NestJS | nest.js, nestjs, nest js | > nodejs, typescript
Fastify | fastify.js | > nodejs
Koa | ?Koa, koa.js, koajs | > nodejs
hapi [hapi] | ?Hapi, hapi.js, hapijs | > nodejs
Hono | ?Hono, hono.js, honojs | > typescript
AdonisJS | adonis.js | > nodejs
Sails.js | sailsjs | > nodejs
LoopBack | loopback.js, loopback 4 | > nodejs
Strapi | strapi cms | > nodejs, headless-cms
Prisma | ?Prisma, prisma orm, prisma client | > orm, typescript | ~ drizzle .4, typeorm .4
Drizzle [drizzle] | drizzle orm, drizzle-orm | > orm, typescript
TypeORM | type orm | > orm, typescript | & MikroORM
Sequelize | sequelize.js | > orm, nodejs
Knex [knex] | knex.js, knexjs, =Knex | > nodejs | & Kysely
Mongoose | ?Mongoose, mongoose.js, mongoosejs | > mongodb, nodejs
BullMQ | bull mq, bull.js, =BullMQ | > nodejs, redis
Django | django 3, django 4, django orm, django framework | > python | ~ flask .35, fastapi .35, rails .2
Django REST Framework | DRF, django-rest-framework, django rest | > django, rest-api
Flask | ?Flask, python flask, flask api, flask framework | > python
FastAPI | fast api, fast-api | > python, rest-api
Tornado [tornado] | ?Tornado, tornado web | > python
Pyramid [pyramid] | ?Pyramid, pyramid framework | > python
aiohttp |  | > python | & asyncio, Starlette, Uvicorn, Gunicorn
SQLAlchemy | sql alchemy, alembic | > orm, python | + SQLModel
Pydantic | pydantic v2 | > python
Celery | ?Celery, celery workers, python celery | > python, message-queues
Scrapy | scrapy framework | > python, web-scraping
Beautiful Soup | beautifulsoup, bs4 | > python, web-scraping
Ruby on Rails [rails] | ruby on rails, rails, ror, ruby/rails, =RoR, rails 6, rails 7 | > ruby | ~ django .2, laravel .2
Sinatra | ?Sinatra, sinatra framework | > ruby
Sidekiq | sidekiq pro, delayed_job | > ruby, message-queues | & Resque
Hanami | hanami rb | > ruby
Spring [spring] | ?Spring, spring framework, spring core, spring mvc, spring-mvc, springmvc, spring data, spring security, spring cloud, spring batch, spring integration, spring 5, spring ( boot ), spring aop, java spring | > java | ~ micronaut .35, quarkus .35, jakarta-ee .3
Spring Boot | springboot, spring-boot, spring boot 2, spring boot 3 | > spring
Spring WebFlux | webflux, project reactor | > spring, reactive-programming
Spring AI | springai | > spring
Hibernate | ?Hibernate, hibernate orm | > jpa
JPA [jpa] | JPA, java persistence api, spring data jpa, jpa/hibernate | > java, orm
Jakarta EE | java ee, java-ee, j2ee, jee, JEE, jakartaee, java enterprise edition, EJB, jsf, jsp, jsp/servlets, java servlets, servlets, jax-rs, jaxb, JMS | > java
Struts | apache struts | > java
Quarkus | quarkus.io | > java
Micronaut | micronaut framework | > java
Vert.x [vertx] | vert.x, vertx, eclipse vert.x | > java
Dropwizard | drop wizard | > java
Play Framework | play! framework, playframework | > scala
Akka | akka streams, akka http, apache pekko | > scala
ZIO [zio] | =ZIO, typelevel | > scala, functional-programming | & Cats Effect, http4s
Ktor | =Ktor, ktor server | > kotlin
MyBatis | ibatis | > java
jOOQ | jooq | > java
Netty | ?Netty, netty.io | > java
Project Lombok | lombok | > java
Vaadin | =Vaadin | > java
JavaFX | java fx, swing/awt | > java | & Java Swing
GraalVM | graal vm | > java
JVM [jvm] | java virtual machine, jvm languages, jvm tuning, jvm ecosystem, JVM
.NET [dotnet] | .net, dotnet, dot net, .net core, dotnet core, .net framework, .net 5, .net 6, .net 7, .net 8, .net 9, net core, .netcore, c#/.net | | ~ java .15
ASP.NET [aspnet] | asp.net, asp.net core, asp.net mvc, aspnet, asp .net, asp.net web api, asp net core | > dotnet, csharp
Blazor | blazor wasm, blazor server | > dotnet
Entity Framework | ef core, entity framework core, =EF Core | > orm, dotnet
LINQ [linq] | LINQ | > csharp
WPF [wpf] | WPF, windows presentation foundation, =XAML | > dotnet
WinForms | windows forms, win forms | > dotnet
WCF [wcf] | WCF, windows communication foundation | > dotnet
SignalR | signal r | > dotnet, websockets
MAUI [maui] | .net maui, =MAUI | > dotnet, mobile-development
Xamarin | xamarin.forms, xamarin forms | > csharp, mobile-development
Dapper [dapper] | ?Dapper, dapper orm | > dotnet
NServiceBus |  | > dotnet | & MassTransit, MediatR
Umbraco | umbraco cms | > dotnet
Laravel | laravel framework, laravel nova, laravel livewire, livewire | > php | ~ symfony .4
Symfony | symfony framework, symfony 6 | > php
CodeIgniter | code igniter | > php
Yii | yii2, yii framework | > php
Zend Framework [zend] | zend, laminas | > php
CakePHP | cake php | > php
Eloquent ORM [eloquent] | eloquent orm, laravel eloquent | > laravel, orm
WordPress | word press, wordpress plugins | > php | + WooCommerce
Drupal | drupal 8, drupal 9, drupal 10 | > php
TYPO3 | typo 3 | > php
Joomla | =Joomla | > php
Magento | adobe commerce, magento 2 | > php
Shopware | shopware 6 | > php
Phoenix [phoenix] | ?Phoenix, phoenix framework, phoenix liveview, liveview | > elixir
Gin [gin] | ?Gin, gin-gonic, gin framework, gin gonic | > go
Echo [echo] | ?Echo, echo framework, labstack echo | > go
Fiber [fiber] | ?Fiber, gofiber, go fiber | > go
GORM [gorm] | =GORM, gorm.io | > go, orm
Actix | actix-web, actix web | > rust
Axum | axum framework | > rust
Tokio | tokio.rs, =Tokio | > rust
?Rocket [rocket] | rocket.rs, rocket rust | > rust
Bevy | bevy engine | > rust
gRPC | grpc-web, g-rpc | > protocol-buffers, rpc
Apache Thrift | =Thrift | > rpc
RPC [rpc] | RPC, remote procedure call, json-rpc, xml-rpc
OpenAPI | open api specification, swagger, openapi/swagger, swagger ui | > rest-api
?Boost [boost] | boost c++, c++ boost, boost libraries | > cpp
Qt [qt] | ?Qt, qt framework, qt5, qt6, pyqt, qml, qt/qml | > cpp
STL [stl] | STL, standard template library | > cpp
MFC [mfc] | =MFC, win32 api, win32, =COM/DCOM | > cpp
React Native | react-native, reactnative | > react, mobile-development | ~ flutter .35, ionic .3
Expo [expo] | ?Expo, expo.dev, expo go, expo router, expo sdk | > react-native
Flutter | flutter sdk, flutterflow | > dart, mobile-development
Ionic | ?Ionic, ionic framework, ionic angular | > mobile-development
Capacitor | ?Capacitor, capacitor.js, capacitorjs | > mobile-development
Apache Cordova [cordova] | cordova, phonegap, phone gap | > mobile-development
NativeScript | native script | > mobile-development
SwiftUI | swift ui | > swift, ios
UIKit | ui kit framework, =UIKit | > ios
Core Data | coredata | > ios
?Combine [combine] | combine framework, swift combine, apple combine | > swift
Cocoa [cocoa] | ?Cocoa, cocoa touch, cocoapods | > ios
ARKit | realitykit | > ios, augmented-reality
?Metal [metal] | ?Metal, apple metal, metal api | > ios
Jetpack Compose | =Compose Multiplatform, android compose, android jetpack, =Jetpack | > android, kotlin
Kotlin Multiplatform | =KMP, =KMM, kotlin multiplatform mobile | > kotlin, mobile-development
Kotlin Coroutines | coroutines, kotlin flow | > kotlin
RxJava | rx java, rxandroid, rxkotlin | > reactive-programming | & RxSwift
Dagger [dagger] | ?Dagger, dagger 2, dagger hilt, =Hilt | > android
Retrofit [retrofit] | ?Retrofit, retrofit2 | > android | & OkHttp
Unity [unity] | ?Unity, unity3d, unity 3d, unity engine, unity game engine | > csharp, game-development
Unreal Engine | unreal engine 4, unreal engine 5, ue4, ue5, =Unreal | > cpp, game-development
Godot | godot engine, gdscript | > game-development
Phaser | phaser.js, phaser 3 | > javascript, game-development
Vulkan | vulkan api | > computer-graphics
OpenGL | open gl, opengl es | > computer-graphics
DirectX | direct x, directx 12, direct3d | > computer-graphics
SDL [sdl] | sdl2, =SDL2 | > game-development
ROS [ros] | =ROS, =ROS2, ros2, ros 2, robot operating system | > robotics
FreeRTOS | free rtos | > rtos | & Zephyr RTOS
AUTOSAR | autosar classic, autosar adaptive | > embedded-systems
`;
